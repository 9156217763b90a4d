package uk.alongside.conversations.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void hasEightCharactersWithoutLookAlikes() {
        assertThat(Stream.generate(Reference::random).limit(200).map(Reference::text))
                .allMatch(text -> text.matches("[23456789ABCDEFGHJKMNPQRSTVWXYZ]{8}"))
                .doesNotHaveDuplicates();
    }
}
