package dev.dealsdk.benchmarks;

/** What every contender says when it creates and moves. */
public final class Samples {
    public static final String NAME = "Northwind 0000 - Pro Plan, 25 seats";
    public static final String AMOUNT = "120000.50";
    public static final String EMAIL = "jane.cooper0000@northwind.example";
    public static final String PERSON = "Jane Cooper 0000";
    public static final String COMPANY = "Northwind Trading 0000";

    /** The deal, and the stage it is in according to the answers, at Play2Sell. */
    public static final String PLAY2SELL_ID = "00000001-7d1c-4b7e-9f30-000000000000";

    public static final String PLAY2SELL_STAGE = "9a1c2f6e-3b7d-4c55-8a10-6b2f0d9e7c40";

    /** The deal, its contact, and the stage it is in according to the answers, at Stora. */
    public static final String STORA_ID = "deal_0000000100000000";

    public static final String STORA_CONTACT = "con_0ac0514ed0710000";
    public static final String STORA_STAGE = "dstg_127b3057d5df3380";

    private Samples() {}
}
