package uk.alongside.conversations.csvimport;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes the remarks on a file in the language of the request. The texts are in {@code remarks.properties}. */
@Component
public class RemarkTexts {

    private final MessageSource messages;

    public RemarkTexts(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... values) {
        return messages.getMessage("remark." + key, values, LocaleContextHolder.getLocale());
    }
}
