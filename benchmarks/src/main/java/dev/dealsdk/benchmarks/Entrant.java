package dev.dealsdk.benchmarks;

import dev.dealsdk.benchmarks.server.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Who is compared, and the jars that each of them brings along. */
public enum Entrant {
    FLOOR_PLAY2SELL(Role.FLOOR, Shape.PLAY2SELL, "floor.FloorPlay2Sell", "", Names.FLOOR),
    FLOOR_STORA(Role.FLOOR, Shape.STORA, "floor.FloorStora", "", Names.FLOOR),
    PLAY2SELL(Role.OURS, Shape.PLAY2SELL, "ours.Play2SellSdk", Names.CORE + "deals-provider-play2sell", Names.OURS),
    STORA(Role.OURS, Shape.STORA, "ours.StoraSdk", Names.CORE + "deals-provider-stora", Names.OURS),
    APIDECK(Role.PEER, Shape.APIDECK, "peers.ApideckPeer", "unify", Names.APIDECK),
    FORCE(Role.PEER, Shape.FORCE, "peers.ForcePeer", "force-rest-api", Names.DATABIND + " slf4j-api"),
    STRIPE(Role.PEER, Shape.STRIPE, "peers.StripePeer", "stripe-java", "gson"),
    SQUARE(
            Role.PEER,
            Shape.SQUARE,
            "peers.SquarePeer",
            "square",
            Names.OKHTTP + " " + Names.DATABIND + " jackson-datatype-jsr310 jackson-datatype-jdk8");

    private final Role role;
    private final Shape shape;
    private final String type;
    private final String ownJars;
    private final String otherJars;

    Entrant(Role role, Shape shape, String type, String ownJars, String otherJars) {
        this.role = role;
        this.shape = shape;
        this.type = Entrant.class.getPackageName() + "." + type;
        this.ownJars = ownJars;
        this.otherJars = otherJars;
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(" ")).filter(name -> !name.isEmpty()).toList();
    }

    /** As the tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What it is compared as. */
    public Role role() {
        return role;
    }

    /** The JSON it reads. */
    public Shape shape() {
        return shape;
    }

    /** The class of its {@link Contender}. */
    public String type() {
        return type;
    }

    /** Names of the jars that are its own, without versions. */
    public List<String> ownJars() {
        return names(ownJars);
    }

    /** Names of the other jars it needs at run time, without versions. */
    public List<String> otherJars() {
        return names(otherJars);
    }

    /** The floor on the same JSON; for a peer, that of Play2Sell. */
    public Entrant floor() {
        return shape == Shape.STORA ? FLOOR_STORA : FLOOR_PLAY2SELL;
    }

    /** What an entrant is compared as. */
    public enum Role {
        FLOOR,
        OURS,
        PEER
    }

    /** What several of them bring along. */
    private static final class Names {
        static final String OKHTTP = "okhttp-jvm okio-jvm kotlin-stdlib annotations";
        static final String DATABIND = "jackson-databind jackson-core jackson-annotations";
        static final String FLOOR = OKHTTP + " jackson-core";
        static final String CORE = "deals-sdk-core ";
        static final String OURS = FLOOR + " slf4j-api jspecify";
        static final String APIDECK = DATABIND
                + " jackson-databind-nullable jackson-datatype-jsr310 jackson-datatype-jdk8 reactive-streams commons-io"
                + " jakarta.annotation-api json-path json-smart accessors-smart asm slf4j-api";

        private Names() {}
    }
}
