package uk.alongside.foundation.trial;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.alongside.foundation.encryption.EncryptedColumn;

/** The encrypted columns of the trial service. */
@Configuration(proxyBeanMethods = false)
public class NoteColumns {

    public static final EncryptedColumn NOTE_TEXT = new EncryptedColumn("app.note", "text");
    public static final EncryptedColumn NOTE_ANSWER = new EncryptedColumn("app.note", "answer");
    public static final EncryptedColumn LETTER_TEXT = new EncryptedColumn("app.letter", "text");

    @Bean
    EncryptedColumn noteText() {
        return NOTE_TEXT;
    }

    @Bean
    EncryptedColumn noteAnswer() {
        return NOTE_ANSWER;
    }

    @Bean
    EncryptedColumn letterText() {
        return LETTER_TEXT;
    }
}
