package uk.alongside.tenant.localauthority;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.alongside.tenant.TenantServiceTest;

class LocalAuthoritiesTest extends TenantServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Autowired
    private LocalAuthorities register;

    @Test
    void areTheCouncilsOfEnglandThatHaveTheDuty() {
        var present = present();

        assertThat(present).hasSize(153).allSatisfy(authority -> {
            assertThat(authority.nation()).isEqualTo("england");
            assertThat(authority.code()).matches("E(06|08|09|10)[0-9]{6}");
            assertThat(authority.successors()).isEmpty();
        });
        assertThat(present.stream().collect(groupingBy(LocalAuthority::kind, counting())))
                .isEqualTo(Map.of("county", 21L, "unitary", 63L, "metropolitan", 36L, "london-borough", 33L));
    }

    @Test
    void namesWhoCameAfterThoseThatEnded() {
        var codes = present().stream().map(LocalAuthority::code).collect(Collectors.toSet());

        var ended = register.list(null).items().stream()
                .filter(authority -> authority.hasEndedBy(TODAY))
                .toList();

        assertThat(ended)
                .hasSize(8)
                .allSatisfy(authority -> assertThat(authority.successors())
                        .isNotEmpty()
                        .allSatisfy(successor -> assertThat(codes).contains(successor)));
    }

    @Test
    void haveACodeForEachTimeTheirBoundaryChanged() {
        assertThat(register.find("E08000016")).isEqualTo(register.find("E08000038"));
        assertThat(register.find("E08000038").orElseThrow().formerCodes()).containsExactly("E08000016");
        assertThat(register.find("E99999999")).isEmpty();
    }

    @Test
    void endWithTheirLastDay() {
        var cumbria = register.find("E10000006").orElseThrow();

        assertThat(cumbria.hasEndedBy(LocalDate.of(2023, 3, 31))).isFalse();
        assertThat(cumbria.hasEndedBy(LocalDate.of(2023, 4, 1))).isTrue();
    }

    /** Tests that the database refuses a date without a source. */
    @Test
    void beganOnADayThatRestsOnSomething() {
        assertThat(register.find("E10000034").orElseThrow().validFrom())
                .as("Worcestershire, created again when Hereford and Worcester ended")
                .isEqualTo(LocalDate.of(1998, 4, 1));
        assertThat(register.list(null).items().stream()
                        .filter(authority -> authority.validFrom() == null)
                        .map(LocalAuthority::code))
                .containsExactly("E09000001");
    }

    @Test
    void areReadByOperatorsAndLeads() {
        var council = aCouncil();
        operator().post("/api/councils", council.json());

        var toLead = lead(council).get("/api/local-authorities");

        assertThat(toLead.body().path("items")).hasSize(161);
        assertThat(operator().get("/api/local-authorities").body()).isEqualTo(toLead.body());
        assertThat(as(null).get("/api/local-authorities").summary()).isEqualTo("401 signed-out");
    }

    private List<LocalAuthority> present() {
        return register.list(null).items().stream()
                .filter(authority -> !authority.hasEndedBy(TODAY))
                .toList();
    }
}
