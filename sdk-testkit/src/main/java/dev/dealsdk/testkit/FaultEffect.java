package dev.dealsdk.testkit;

import java.time.Duration;

/** What a fault does to one exchange. */
sealed interface FaultEffect {

    /** Another response takes the place of the vendor's. */
    record Replace(SimulatorResponse response) implements FaultEffect {
        @Override
        public String toString() {
            return "status " + response.status();
        }
    }

    /** The exchange takes longer. */
    record Delay(Duration delay) implements FaultEffect {
        @Override
        public String toString() {
            return "delay of " + delay;
        }
    }

    /** The connection is closed without a response. */
    record Cut() implements FaultEffect {
        @Override
        public String toString() {
            return "connection cut";
        }
    }

    /** The connection is closed in the middle of the body. */
    record CutBody() implements FaultEffect {
        @Override
        public String toString() {
            return "body cut";
        }
    }

    /** The response is about another deal than was asked for. */
    record OtherDeal() implements FaultEffect {
        @Override
        public String toString() {
            return "response about another deal";
        }
    }

    /** The body ends early although the framing says it is whole. */
    record Malformed() implements FaultEffect {
        @Override
        public String toString() {
            return "malformed body";
        }
    }
}
