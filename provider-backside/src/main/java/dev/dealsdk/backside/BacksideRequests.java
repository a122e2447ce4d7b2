package dev.dealsdk.backside;

import dev.dealsdk.DealQuery;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;

/** From neutral requests to Backside's, refusing what is not of Backside's form. */
final class BacksideRequests {
    private final CallScope scope;

    BacksideRequests(CallScope scope) {
        this.scope = scope;
    }

    /** Refuses to go on to a further page, since a listing must not end early in silence. */
    BacksideDealQuery query(DealQuery query) {
        query.pageSize().ifPresent(size -> {
            throw scope.unsupported("pageSize is not supported: Backside documents no size of a page [docs: temporal];"
                    + " leave it out");
        });
        query.pageToken().ifPresent(token -> {
            throw scope.unsupported("the next page of a list is not supported: there are more deals, but Backside"
                    + " documents no parameter that takes its cursor back [docs: temporal]; list one stage at a time, or,"
                    + " when the vendor has told you the parameter, "
                    + BacksideCapabilities.raw("get"));
        });
        return BacksideDealQuery.builder()
                .stageId(query.stage().map(this::stageId))
                .build();
    }

    /** The UUID of a stage whose alias has been looked up already. */
    String stageId(StageRef stage) {
        return BacksideApi.UUID.require("stage", stage.stageId().orElseThrow(), scope);
    }
}
