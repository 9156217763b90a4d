package uk.alongside.conversations.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9434765919",
                "943 476 5919",
                "943-476-5919",
                " 943\u2013476\u20115919 ",
                "\u200b943\u00a0476\u00a05919"
            })
    void isTheSameNumberHoweverItIsTyped(String typed) {
        assertThat(NhsNumber.parse(typed)).contains(new NhsNumber("9434765919"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000026", "9876543210", "4010232137", "9990000050"})
    void endsInACheckDigit(String typed) {
        assertThat(NhsNumber.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9434765918",
                "9434756919",
                "943476591",
                "94347659190",
                "943 476 591O",
                "+9434765919",
                "9990000000"
            })
    void isRefusedWithASlip(String typed) {
        assertThat(NhsNumber.parse(typed)).isEmpty();
    }

    @Test
    void isNotWrittenToLogs() {
        assertThat(new NhsNumber("9434765919").toString()).doesNotContain("943");
    }
}
