package app;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;

/** Prints how many deals an account has. */
public final class App {
    private App() {}

    public static void main(String[] args) {
        try (DealsClient deals = DealsClient.connect()) {
            System.out.println(deals.capabilities().provider() + ": "
                    + deals.list(DealQuery.all()).stream().count() + " deals");
        }
    }
}
