package dev.dealsdk.internal.client;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Uses a client in both ways and never closes it. */
final class ForgetfulProgram {
    private ForgetfulProgram() {}

    public static void main(String[] args) {
        DealsClient deals = HttpVendor.connect(args[0]);
        deals.get("d1");
        List<CompletableFuture<Deal>> calls =
                IntStream.range(0, 10).mapToObj(i -> deals.async().get("d" + i)).toList();
        calls.forEach(CompletableFuture::join);
        System.out.println("done");
    }
}
