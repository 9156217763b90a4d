package uk.alongside.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The exchange between the two running services: a quarter is shared, sealed, collected, released and delivered. */
@Tag("slow")
@Order(Integer.MAX_VALUE - 3)
class BenchmarksTest {

    private static final Deployment DEPLOYED = Deployment.running();
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final UUID larkshire = UUID.fromString(DEPLOYED.councilId("larkshire"));
    private final Sql tenants = new Sql(DEPLOYED.superuserOfTenants());
    private final Sql conversations = new Sql(DEPLOYED.superuser());
    private final ScheduledTask task = new ScheduledTask(tenants, "benchmarks");

    @Test
    void aQuarterIsSealedOnceAndComesBackInAReleaseThatIsWithheldFromTwoCouncils() throws Exception {
        var council = DEPLOYED.larkshire();
        var quarter = TestClock.today().with(IsoFields.DAY_OF_QUARTER, 1);
        var lastDay = quarter.plusMonths(3).minusDays(1);
        forgetReleasesWithoutSignature();
        World.bookingNow(council);
        assertThat(DEPLOYED.turnSharingOn(council).status()).isEqualTo(200);

        DEPLOYED.setClock(lastDay.plusDays(41).atTime(MORNING));
        assertThat(task.run()).isTrue();
        assertThat(collected(quarter)).as("the day before it is sealed").isEmpty();

        DEPLOYED.setClock(lastDay.plusDays(42).atTime(MORNING));
        assertThat(task.run()).isTrue();
        var sheet = collected(quarter);
        assertThat(sheet).hasSize(1).isEqualTo(sealed(quarter));
        assertThat(council.get("/api/sheets").text()).contains(quarter.toString());

        assertThat(task.run()).isTrue();
        assertThat(collected(quarter)).as("asked again").isEqualTo(sheet);
        assertThat(sealed(quarter)).isEqualTo(sheet);
        assertThat(released(quarter)).as("the day before it is released").isZero();

        DEPLOYED.setClock(lastDay.plusDays(43).atTime(MORNING));
        assertThat(task.run()).isTrue();
        assertThat(released(quarter)).isOne();
        var file = council.get("/api/benchmarks/" + quarter);
        assertThat(file.text())
                .contains("\"withheld\":\"fewer-than-five-contributors\"")
                .contains("\"madeUp\":true");
        assertThat(DEPLOYED.meadowshire().get("/api/benchmarks/" + quarter).text())
                .isEqualTo(file.text());
        var comparison = council.get("/api/comparisons/" + quarter);
        assertThat(comparison.json().at("/pools/0/withheld").asString()).isEqualTo("fewer-than-five-contributors");
        assertThat(conversations.list(
                        "select file from app.benchmark_release where tenant_id = ? and period = ?",
                        larkshire,
                        quarter))
                .containsExactly(file.text());

        assertThat(task.run()).isTrue();
        assertThat(council.get("/api/benchmarks/" + quarter).text()).isEqualTo(file.text());
    }

    /** Other tests write such releases past the product, which makes none beside them. */
    private void forgetReleasesWithoutSignature() throws SQLException {
        tenants.run("delete from shared.benchmark_release where key = 'none'");
    }

    private List<String> collected(LocalDate quarter) throws SQLException {
        return tenants.list(
                "select cells::text from shared.benchmark_sheet where council = ? and kind = 'quarter' and period = ?",
                larkshire,
                quarter);
    }

    private List<String> sealed(LocalDate quarter) throws SQLException {
        return conversations.list(
                "select cells::text from app.sheet where tenant_id = ? and kind = 'QUARTER' and starts = ?",
                larkshire,
                quarter);
    }

    private int released(LocalDate quarter) throws SQLException {
        return tenants.number("select count(*) from shared.benchmark_release where period = ?", quarter);
    }
}
