package uk.alongside.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
class MigrationTest {

    private static Wall wall;

    @BeforeAll
    static void build() {
        wall = Wall.build();
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThatCode(() -> wall.migration(wall.keyFile()).run()).doesNotThrowAnyException();
    }

    @Test
    void addsANewKeyBesideTheOldOne() {
        wall.migration(Wall.keyFile("k2", 'b')).run();

        var keys = JdbcClient.create(wall.superuser())
                .sql("select kid from sec.context_key order by kid")
                .query(String.class)
                .list();

        assertThat(keys).containsExactly("k1", "k2");
    }

    @Test
    void refusesAnotherKeyUnderAKnownId() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wall.migration(Wall.keyFile("k1", 'c')).run())
                .withMessageContaining("Another context key");
    }
}
