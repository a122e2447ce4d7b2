package dev.dealsdk.benchmarks.ours;

import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import dev.dealsdk.benchmarks.Samples;
import dev.dealsdk.stora.StoraDecoding;

/** Stora through the SDK. */
public final class StoraSdk extends Sdk {

    public StoraSdk(String url) {
        super("stora", url);
    }

    @Override
    public Deal create() {
        return deals().create(NewDeal.builder()
                .name(Samples.NAME)
                .contact(Contact.builder().id(Samples.STORA_CONTACT).build())
                .stage(StageRef.id(Samples.STORA_STAGE))
                .build());
    }

    @Override
    public Deal move() {
        return deals().move(Samples.STORA_ID, StageRef.id(Samples.STORA_STAGE));
    }

    @Override
    public Page<Deal> decode(byte[] page) {
        return StoraDecoding.page(page);
    }
}
