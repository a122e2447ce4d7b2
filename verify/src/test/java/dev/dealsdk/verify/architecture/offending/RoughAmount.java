package dev.dealsdk.verify.architecture.offending;

import java.util.List;

/** Amounts that are rounded behind everybody's back. */
public abstract class RoughAmount {
    private final double amount = 0.1;

    public String text() {
        return "about " + amount;
    }

    abstract List<Double> parts(float share);

    abstract Float[] shares();
}
