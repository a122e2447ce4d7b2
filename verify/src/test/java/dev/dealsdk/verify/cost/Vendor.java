package dev.dealsdk.verify.cost;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Answers of a vendor, always the same: a page of a hundred deals to a read, one deal to a write. */
enum Vendor {
    PLAY2SELL(
            "00000001-7d1c-4b7e-9f30-000000000000",
            "9a1c2f6e-3b7d-4c55-8a10-6b2f0d9e7c40",
            """
            {"id":"00000001-7d1c-4b7e-9f30-00000000ROW","name":"Northwind ROW - Pro Plan, 25 seats","value":12ROW.50,\
            "stage":{"id":"9a1c2f6e-3b7d-4c55-8a10-6b2f0d9e7c4STAGE","name":"Negotiation","probability":60},"status":"open",\
            "contact_name":"Jane Cooper ROW","contact_email":"jane.cooperROW@northwind.example",\
            "company":"Northwind Trading ROW","owner_id":"5f0a8c4e-1d2b-4e63-9b7a-2c4d6e8f0a1STAGE",\
            "expected_close_date":"2026-05-01","priority":"high","lead_id":"3c5e7a9b-0d1f-4a2c-8e6b-7f9d1b3aROW",\
            "custom_fields":{"campaign":"Spring 2026","region":"EMEA"},"tags":["inbound","pro"],\
            "created_at":"2026-02-22T14:41:00Z","updated_at":"2026-03-01T09:30:15Z"}""",
            "{\"data\":[%s],\"meta\":{\"total\":100,\"page\":1,\"per_page\":100,\"total_pages\":1}}",
            "{\"data\":%s}"),
    STORA(
            "deal_0000000100000000",
            "dstg_127b3057d5df3380",
            """
            {"id":"deal_000000010000ROW","name":"Northwind ROW - Pro Plan, 25 seats","status":"open",\
            "contact":{"id":"con_0ac0514ed071ROW"},"assignee":{"id":"staff_947b3057d5df338STAGE"},\
            "creator":{"id":"app_14b419f1096013f1"},"stage":{"id":"dstg_127b3057d5df338STAGE"},\
            "site":{"id":"site_14b419f1096013fSTAGE"},"line_items":[{"type":"unit_type","quantity":1,\
            "item":{"id":"utype_5f0a8c4e1d2b"}},{"type":"protection","quantity":1,"item":{"id":"plvl_3c5e7a9b0d1f"}}],\
            "lost_reason":null,"value_estimate":"£12ROW per month","note":"£12ROW per month",\
            "metadata":{"campaign":"Spring 2026","region":"EMEA"},"starts_at":null,\
            "created_at":"2026-02-22T14:41:00Z","updated_at":"2026-03-01T09:30:15Z"}""",
            "{\"deals\":[%s],\"meta\":{\"pagination\":{\"count\":100,\"last\":1,\"limit\":100,\"next\":null,\"page\":1,"
                    + "\"pages\":1,\"prev\":null}}}",
            "{\"deal\":%s}");

    static final int RECORDS = 100;

    private final String dealId;
    private final String stageId;

    private final String page;
    private final String one;

    Vendor(String dealId, String stageId, String record, String page, String one) {
        this.dealId = dealId;
        this.stageId = stageId;
        String records =
                IntStream.range(0, RECORDS).mapToObj(row -> record(record, row)).collect(Collectors.joining(","));
        this.page = page.formatted(records);
        this.one = one.formatted(record(record, 0));
    }

    private static String record(String record, int row) {
        return record.replace("ROW", String.format(Locale.ROOT, "%04d", row)).replace("STAGE", String.valueOf(row % 5));
    }

    String provider() {
        return name().toLowerCase(Locale.ROOT);
    }

    String dealId() {
        return dealId;
    }

    String stageId() {
        return stageId;
    }

    /** JSON to a request line. */
    String answerTo(String request) {
        return request.startsWith("GET") ? page : one;
    }

    /** The same without a network. */
    Response answerTo(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(answerTo(request.method()), MediaType.get("application/json")))
                .build();
    }
}
