package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a deal is found again whose creation is uncertain. */
final class ReferenceTest {
    private static final NewDeal DEAL = NewDeal.builder()
            .name("Order 4711")
            .stage(StageRef.id("s1"))
            .reference("order-4711")
            .build();

    private final FakeVendor vendor = new FakeVendor();

    private DealsClient connect() {
        return vendor.connect("deals.reference-field", "order", "deals.fields.order", "attr-1");
    }

    @Test
    void create_reference_isKeptInItsField() {
        Deal deal = connect().create(DEAL);

        assertThat(deal.id()).isEqualTo("d1");
        assertThat(vendor.arrived(NewDeal.class).get(0).customFields()).containsEntry("attr-1", "order-4711");
        assertThat(vendor.arrived(DealQuery.class)).as("no look-up").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "APPLIED"})
    void create_uncertainAndMade_isFoundByItsName(Outcome outcome) {
        vendor.failure = Optional.of(failure(outcome));
        vendor.pages = cursor -> page(cursor.isPresent() ? "order-4711" : "order-1", cursor.isPresent());

        Deal deal = connect().create(DEAL);

        assertThat(deal.customFields()).containsEntry("order", "order-4711");
        assertThat(vendor.arrived(NewDeal.class)).as("made once").hasSize(1);
        assertThat(vendor.arrived(DealQuery.class))
                .hasSize(2)
                .allSatisfy(query -> assertThat(query.text()).contains("Order 4711"));
    }

    @Test
    void create_uncertainAndNotFound_isUnknownAndNotMadeAgain() {
        vendor.failure = Optional.of(failure(Outcome.UNKNOWN));
        vendor.pages = cursor -> page("order-1", false);

        DealsException thrown =
                catchThrowableOfType(DealsException.class, () -> connect().create(DEAL));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.arrived(NewDeal.class)).hasSize(1);
        assertThat(vendor.arrived(DealQuery.class))
                .extracting(DealQuery::text)
                .as("by its name, then among all, ten pages each")
                .hasSize(20)
                .endsWith(Optional.empty());
    }

    @Test
    void create_refused_isNotLookedUp() {
        vendor.failure = Optional.of(failure(Outcome.REJECTED));

        assertThat(catchThrowableOfType(DealsException.class, () -> connect().create(DEAL))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(vendor.arrived(DealQuery.class)).isEmpty();
    }

    @Test
    void create_listFails_keepsTheOutcomeAndSaysWhy() {
        vendor.failure = Optional.of(failure(Outcome.UNKNOWN));
        DealsException broken = failure(Outcome.REJECTED);
        vendor.pages = cursor -> {
            throw broken;
        };

        DealsException thrown =
                catchThrowableOfType(DealsException.class, () -> connect().create(DEAL));

        assertThat(thrown.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(thrown.getSuppressed()).containsExactly(broken);
    }

    @Test
    void create_noFieldConfigured_isRefused() {
        InvalidRequestException thrown = catchThrowableOfType(
                InvalidRequestException.class, () -> vendor.connect().create(DEAL));

        assertThat(thrown).hasMessageContaining("reference").hasMessageContaining("set deals.reference-field");
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void create_fieldSetByTheCallerToo_isRefused() {
        NewDeal twice =
                NewDeal.builder().from(DEAL).putCustomFields("order", "mine").build();

        assertThat(catchThrowableOfType(
                        InvalidRequestException.class, () -> connect().create(twice)))
                .hasMessageContaining("customFields.order");
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void create_vendorCannotKeepOne_isRefusedNamingIt() {
        DealsClient deals = vendor.connect(
                FakeVendor.capabilities()
                        .putOperations(Operation.CREATE, FakeVendor.takes().build())
                        .build(),
                "deals.reference-field",
                "order");

        NewDeal deal = NewDeal.builder().reference("order-4711").build();

        assertThat(deals.capabilities().takesReference()).isFalse();
        assertThat(catchThrowableOfType(UnsupportedByProviderException.class, () -> deals.create(deal)))
                .hasMessageContaining("reference is not supported: fake documents no custom fields");
        assertThat(vendor.arrived).isEmpty();
    }

    @Test
    void reference_blank_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewDeal.builder().reference(" ").build())
                .withMessage("reference is blank");
    }

    private static Page<Deal> page(String reference, boolean last) {
        Deal deal = Deal.builder()
                .from(FakeVendor.deal("d7"))
                .putCustomFields("attr-1", reference)
                .build();
        return Page.<Deal>builder()
                .addItems(deal)
                .nextPageToken(last ? Optional.empty() : Optional.of("next"))
                .build();
    }

    private static DealsException failure(Outcome outcome) {
        VendorCall call = VendorCall.builder().provider("fake").outcome(outcome).build();
        return new VendorUnavailableException("lost", call, null);
    }

    @Test
    void create_async_isFoundToo() {
        vendor.failure = Optional.of(failure(Outcome.UNKNOWN));
        vendor.pages = cursor -> page("order-4711", true);

        assertThat(connect().async().create(DEAL).join().id()).isEqualTo("d7");
    }
}
