package uk.alongside.tenant.mail;

import java.util.Locale;

/** The English texts of mail, for tests of features that send it. */
public final class EnglishMail {

    public static final MailTexts TEXTS = new MailTexts(Locale.UK);

    private EnglishMail() {}
}
