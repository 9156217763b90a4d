package uk.alongside.tenant.brand;

/** The reasons for which a file is not accepted as a logo. */
public enum LogoRefusal {
    TOO_LARGE("too-large"),
    NOT_A_PICTURE("not-a-picture"),
    EMPTY("empty"),
    TOO_COMPLICATED("too-complicated"),
    SCRIPT("script"),
    FOREIGN_CONTENT("foreign-content"),
    OUTSIDE_REFERENCE("outside-reference"),
    TEXT("text");

    private final String word;

    LogoRefusal(String word) {
        this.word = word;
    }

    /** Returns the word for this reason in the API. */
    public String word() {
        return word;
    }
}
