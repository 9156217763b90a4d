package uk.alongside.tenant.settings;

import uk.alongside.foundation.text.EnumWords;

/** The nation whose bank holidays and language duties apply to a council. */
enum Nation {
    ENGLAND,
    WALES,
    SCOTLAND;

    /** Returns the word for this nation in the database. */
    String word() {
        return EnumWords.of(this);
    }

    /** Returns the nation with this word. */
    static Nation of(String word) {
        return EnumWords.find(Nation.class, word);
    }
}
