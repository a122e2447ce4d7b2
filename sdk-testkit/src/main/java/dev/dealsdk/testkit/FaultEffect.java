package dev.dealsdk.testkit;

import java.time.Duration;

/** The effect of a fault on one exchange. */
sealed interface FaultEffect {

    /** Replaces the vendor's response. */
    record Replace(SimulatorResponse response) implements FaultEffect {
        @Override
        public String toString() {
            return "status " + response.status();
        }
    }

    /** Delays the exchange. */
    record Delay(Duration delay) implements FaultEffect {
        @Override
        public String toString() {
            return "delay of " + delay;
        }
    }

    /** Closes the connection without a response. */
    record Cut() implements FaultEffect {
        @Override
        public String toString() {
            return "connection cut";
        }
    }

    /** Closes the connection in the middle of the body. */
    record CutBody() implements FaultEffect {
        @Override
        public String toString() {
            return "body cut";
        }
    }

    /** Responds with another deal than the requested one. */
    record OtherDeal() implements FaultEffect {
        @Override
        public String toString() {
            return "response about another deal";
        }
    }

    /** Ends the body early, although the framing is correct. */
    record Malformed() implements FaultEffect {
        @Override
        public String toString() {
            return "malformed body";
        }
    }
}
