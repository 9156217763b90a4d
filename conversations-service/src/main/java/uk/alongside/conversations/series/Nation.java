package uk.alongside.conversations.series;

/** A part of the kingdom with bank holidays of its own. */
enum Nation {
    ENGLAND_AND_WALES("england-and-wales"),
    SCOTLAND("scotland");

    private final String file;

    Nation(String file) {
        this.file = file;
    }

    /** How the files of its bank holidays begin. */
    String file() {
        return file;
    }

    /** The nation that a council's settings name. */
    static Nation of(String setting) {
        return setting.equals("scotland") ? SCOTLAND : ENGLAND_AND_WALES;
    }
}
