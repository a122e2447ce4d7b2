package dev.dealsdk.examples;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;

/** Each kind of failure, and what a program does about it. */
public final class HandleFailures {
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    private HandleFailures() {}

    /** Provokes them one after the other. */
    public static void main(String[] args) {
        try (Play2SellSimulator vendor = Play2SellSimulator.start();
                DealsClient deals = DealsClient.connect(DealsConfig.from(vendor.config()))) {
            NewDeal deal = NewDeal.builder()
                    .name("StartupXYZ")
                    .value(DealValue.of("12000"))
                    .build();
            attempt("no such deal", () -> deals.get(NOBODYS));
            attempt("no name", () -> deals.create(NewDeal.builder().build()));
            attempt("not there", () -> deals.reopen(NOBODYS));
            vendor.inject(Fault.status(429).header("Retry-After", "3600"));
            attempt("quota spent", () -> deals.create(deal));
            vendor.inject(Fault.cutAfterProcessing());
            attempt("answer lost", () -> deals.create(deal));
            vendor.inject(Fault.status(503));
            attempt(
                    "a passing fault",
                    () -> deals.list(DealQuery.all()).pages().iterator().next());
        }
    }

    private static void attempt(String what, Runnable call) {
        try {
            call.run();
            System.out.println(what + ": done");
        } catch (DealsException failed) {
            System.out.println(what + ": " + whatToDo(failed));
        }
    }

    /** The order matters only for the last question: is it known what became of the write? */
    private static String whatToDo(DealsException failed) {
        if (failed instanceof InvalidRequestException invalid) {
            return "correct the request: " + invalid.fieldErrors();
        } else if (failed instanceof UnsupportedByProviderException) {
            return "do something else, and ask capabilities() next time: " + failed.getMessage();
        } else if (failed instanceof AuthenticationException || failed instanceof PermissionException) {
            return "get another token";
        } else if (failed instanceof DealNotFoundException || failed instanceof ConflictException) {
            return "look at the deal again";
        } else if (failed instanceof RateLimitedException limited) {
            return "come back at "
                    + limited.retryAt().map(at -> "the time it names").orElse("some later time");
        }
        return failed.outcome() == Outcome.UNKNOWN ? "look before sending it again: it may be there" : "try it later";
    }
}
