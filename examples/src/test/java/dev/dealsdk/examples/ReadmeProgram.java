package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The ten lines of the README, compiled as they stand there. */
final class ReadmeProgram {
    private ReadmeProgram() {}

    static String snippet() throws IOException {
        return block("java", "try ");
    }

    /** The file that goes with it at a vendor. */
    static String fileOf(String vendor) throws IOException {
        return block("properties", "deals.provider=" + vendor + "\n");
    }

    /** Runs it as a program of its own would; it finds its configuration by itself. */
    static void run(Path classes) throws Exception {
        compile(classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ReadmeProgram.class.getClassLoader())) {
            Object unused = loader.loadClass("Readme").getMethod("run").invoke(null);
        }
    }

    private static String block(String language, String start) throws IOException {
        String readme = Files.readString(CapabilityTable.root().resolve("README.md"));
        Matcher block = Pattern.compile("```" + language + "\n(" + Pattern.quote(start) + ".*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find())
                .as("a block of the README that starts with " + start)
                .isTrue();
        return block.group(1);
    }

    private static void compile(Path classes) throws IOException, URISyntaxException {
        String source = "import dev.dealsdk.*;\npublic final class Readme {\npublic static void run() {\n" + snippet()
                + "}\n}\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        Path sdk = Path.of(DealsClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-proc:none", "-d", classes.toString(), "-cp", sdk.toString()),
                            null,
                            List.of(new Source(source)))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Readme.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
