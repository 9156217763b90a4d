package uk.alongside.conversations.personsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import uk.alongside.conversations.Api;
import uk.alongside.conversations.ServiceTest;
import uk.alongside.conversations.TestCouncil;

@ServiceTest
class DuplicateJourneyTest {

    @LocalServerPort
    private int port;

    private Api staff;

    @BeforeEach
    void margaretWhoHasARecord() {
        staff = TestCouncil.create(port).hubStaff();
        staff.post("/api/people", """
                {"firstName": "Margaret", "lastName": "Ellison", "phone": "07700 900123", "dateOfBirth": "1948-03-09",
                 "street": "Mill Lane", "nhsNumber": "943 476 5919", "needs": []}""");
    }

    @Test
    void isANearNameWithTheSamePhoneStreetOrDateOfBirth() {
        assertThat(found("{\"firstName\": \"Margret\", \"lastName\": \"Elison\", \"phone\": \"+44 7700 900-123\"}"))
                .containsExactly("Margaret Ellison phone");
        assertThat(found("{\"firstName\": \"Margaret\", \"lastName\": \"Ellison\", \"street\": \"mill  lane\"}"))
                .containsExactly("Margaret Ellison street");
        assertThat(found("{\"firstName\": \"Margaret\", \"lastName\": \"Smith\", \"dateOfBirth\": \"1948-03-09\"}"))
                .containsExactly("Margaret Ellison date-of-birth");
        assertThat(found("{\"firstName\": \"Margaret\", \"phone\": \"07700 900123\"}"))
                .containsExactly("Margaret Ellison phone");
    }

    @Test
    void isTheSameNhsNumberWhateverTheName() {
        assertThat(found("{\"firstName\": \"Peg\", \"nhsNumber\": \"943-476-5919\"}"))
                .containsExactly("Margaret Ellison nhs-number");
    }

    @Test
    void isNoOneWhoSharesOnlyTheNameOrOnlyAnotherDetail() {
        assertThat(found("{\"firstName\": \"Margaret\", \"lastName\": \"Ellison\"}"))
                .isEmpty();
        assertThat(found("{\"firstName\": \"Tom\", \"lastName\": \"Ellison\", \"phone\": \"07700 900123\"}"))
                .isEmpty();
        assertThat(found("{\"firstName\": \"Tom\", \"lastName\": \"Akande\", \"dateOfBirth\": \"1948-03-09\"}"))
                .isEmpty();
        assertThat(found("{\"firstName\": \"Tom\", \"lastName\": \"Akande\", \"street\": \"Mill Lane\"}"))
                .isEmpty();
    }

    @Test
    void whoSharesMostDetailsComesFirst() {
        staff.post("/api/people", """
                {"firstName": "Margaret", "lastName": "Ellis", "phone": "07700 900124", "dateOfBirth": "1948-03-09",
                 "needs": []}""");

        assertThat(found("""
                        {"firstName": "Margaret", "lastName": "Ellis", "phone": "07700 900123",
                         "dateOfBirth": "1948-03-09"}""")).containsExactly("Margaret Ellison date-of-birth phone", "Margaret Ellis date-of-birth");
    }

    @Test
    void isShownWithLittle() {
        var person = staff.post("/api/people/duplicates", "{\"firstName\": \"Peg\", \"nhsNumber\": \"9434765919\"}")
                .json()
                .path("items")
                .path(0)
                .path("person");

        assertThat(person.path("phoneEnding").asString()).isEqualTo("123");
        assertThat(person.has("nhsNumber")).isFalse();
    }

    private List<String> found(String newcomer) {
        return staff.post("/api/people/duplicates", newcomer)
                .json()
                .path("items")
                .valueStream()
                .map(found -> found.path("person").path("name").asString() + " "
                        + String.join(
                                " ",
                                found.path("shared")
                                        .valueStream()
                                        .map(shared -> shared.asString())
                                        .toList()))
                .toList();
    }
}
