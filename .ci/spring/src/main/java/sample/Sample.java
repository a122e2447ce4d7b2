package sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that has a starter on its class path and says nothing of the SDK but in its properties. */
@SpringBootApplication
public class Sample {
    public static void main(String[] args) {
        SpringApplication.run(Sample.class, args);
    }
}
