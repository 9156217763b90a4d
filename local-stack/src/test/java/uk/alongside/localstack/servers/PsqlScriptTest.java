package uk.alongside.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.alongside.localstack.machine.LocalStackException;

class PsqlScriptTest {

    private static final Map<String, String> VARIABLES = Map.of("name", "O'Neil", "role", "a\"b");

    @Test
    void fillsLiteralsIdentifiersAndBareWords() {
        assertThat(PsqlScript.fill("x :'name' :\"role\" :name", VARIABLES)).isEqualTo("x 'O''Neil' \"a\"\"b\" O'Neil");
    }

    @Test
    void leavesQuotedTextCommentsDollarQuotesAndCastsAlone() {
        var script = "':name' \":name\" -- :name\n/* :name */ $$ :name $$ $f$ :name $f$ 1::text x := 1";

        assertThat(PsqlScript.fill(script, VARIABLES)).isEqualTo(script);
    }

    @Test
    void refusesAVariableWithoutAValue() {
        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> PsqlScript.fill("select :'other'", VARIABLES))
                .withMessageContaining("other");
    }
}
