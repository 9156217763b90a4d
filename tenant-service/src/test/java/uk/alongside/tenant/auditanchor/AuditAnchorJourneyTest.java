package uk.alongside.tenant.auditanchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.alongside.foundation.audit.Tampering;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.tenant.TenantServiceTest;

/** Tests that damage which only an anchor shows raises the alarm, and that an exchange which fails is a failed job. */
@ExtendWith(OutputCaptureExtension.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class AuditAnchorJourneyTest extends TenantServiceTest {

    private static final String NO_ANCHORS = "{\"fits\": true}";
    private static final String ELSEWHERE = "{\"fits\": true, \"end\": {\"seq\": 9, \"hash\": \"%s\"}}";

    @Autowired
    private AuditAnchorExchange exchange;

    @Autowired
    private MeterRegistry meters;

    private String id;
    private String path;
    private String end;
    private double damaged;

    @BeforeEach
    void aCouncilWithThreeEvents() {
        var council = aCouncil();
        id = operator()
                .post("/api/councils", council.json())
                .body()
                .path("council")
                .path("id")
                .asString();
        var lead = lead(council);
        for (var version : List.of("\"1\"", "\"2\"")) {
            lead.put("/api/settings/name", "{\"name\": \"" + council.name() + "\"}", version);
        }
        end = lead.get("/api/settings/audit/anchor").text();
        path = "/internal/councils/" + id + "/audit-anchor";
        damaged = damaged();
    }

    /** The task that runs each minute finds nothing more. */
    @AfterEach
    void conversationsServiceHoldsNothing() {
        PEER.hold(path, NO_ANCHORS);
    }

    @Test
    void findsNothingWhereBothRecordsAreWhole(CapturedOutput log) {
        PEER.hold(path, "{\"fits\": true, \"held\": " + end + "}");

        exchange();

        assertThat(log).doesNotContain("The audit of council " + id);
    }

    @Test
    void reportsThatTheRecordHereWasCut(CapturedOutput log) {
        PEER.hold(path, "{\"fits\": true, \"held\": " + end + "}");
        for (var table : List.of("audit_subject where event_id", "audit_event where id", "audit_seal where event_id")) {
            superuser()
                    .sql(Tampering.withoutTriggers(("delete from app." + table
                                    + " in (select event_id from app.audit_seal where seq = 3 and tenant_id = '%s')")
                            .formatted(id)))
                    .update();
        }

        exchange();

        assertThat(damaged()).isGreaterThan(damaged);
        assertThat(log).contains("The audit of council " + id);
    }

    @Test
    void reportsThatTheRecordOfConversationsServiceWasRewritten(CapturedOutput log) {
        PEER.hold(path, ELSEWHERE.formatted("ab".repeat(32)));
        exchange();
        assertThat(log).doesNotContain("The audit of council " + id);

        PEER.hold(path, ELSEWHERE.formatted("cd".repeat(32)));
        exchange();

        assertThat(damaged()).isGreaterThan(damaged);
        assertThat(log).contains("The audit of council " + id);
    }

    @Test
    void logsThatConversationsServiceFoundItsOwnRecordDamaged(CapturedOutput log) {
        PEER.hold(path, "{\"fits\": false}");

        exchange();

        assertThat(log).contains("The audit of council " + id);
    }

    @Test
    void failsWhileConversationsServiceIsAway() {
        PEER.refuse(path, 503);
        try {
            assertThatIllegalStateException().isThrownBy(exchange::forEveryCouncil);
        } finally {
            PEER.accept(path);
        }
    }

    private void exchange() {
        CouncilContext.run(UUID.fromString(id), exchange::forThisCouncil);
    }

    private double damaged() {
        return meters.get("alongside.audit.damaged").counter().count();
    }
}
