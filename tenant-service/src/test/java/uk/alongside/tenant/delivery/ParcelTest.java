package uk.alongside.tenant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelTest {

    @Test
    void isTheSameAfterAStayInTheQueue() {
        var parcel = new Parcel("member", UUID.randomUUID(), UUID.randomUUID(), 7);

        assertThat(Parcel.of(parcel.toString())).isEqualTo(parcel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "member",
                "member//aaaaaaaa-0000-4000-8000-000000000001/1",
                "member/aaaaaaaa-0000-4000-8000-000000000001/1",
                "member/aaaaaaaa-0000-4000-8000-000000000001/aaaaaaaa-0000-4000-8000-000000000001/",
            })
    void isNotMadeFromHalfOfOne(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parcel.of(text));
    }
}
