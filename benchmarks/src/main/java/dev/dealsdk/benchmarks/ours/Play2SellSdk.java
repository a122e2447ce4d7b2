package dev.dealsdk.benchmarks.ours;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import dev.dealsdk.benchmarks.Samples;
import dev.dealsdk.play2sell.Play2SellDecoding;

/** Play2Sell through the SDK. */
public final class Play2SellSdk extends Sdk {

    public Play2SellSdk(String url) {
        super("play2sell", url);
    }

    @Override
    public Deal create() {
        return deals().create(NewDeal.builder()
                .name(Samples.NAME)
                .value(DealValue.of(Samples.AMOUNT))
                .stage(StageRef.id(Samples.PLAY2SELL_STAGE))
                .contact(Contact.builder()
                        .name(Samples.PERSON)
                        .email(Samples.EMAIL)
                        .build())
                .company(Company.named(Samples.COMPANY))
                .build());
    }

    @Override
    public Deal move() {
        return deals().move(Samples.PLAY2SELL_ID, StageRef.id(Samples.PLAY2SELL_STAGE));
    }

    @Override
    public Page<Deal> decode(byte[] page) {
        return Play2SellDecoding.page(page);
    }
}
