package uk.alongside.conversations.calendar;

/** A part of the United Kingdom with bank holidays of its own. */
enum Nation {
    ENGLAND_AND_WALES("england-and-wales"),
    SCOTLAND("scotland");

    private final String file;

    Nation(String file) {
        this.file = file;
    }

    /** Returns the start of the names of the files of bank holidays. */
    String file() {
        return file;
    }

    /** Returns the nation that a council's settings name. */
    static Nation of(String setting) {
        return setting.equals("scotland") ? SCOTLAND : ENGLAND_AND_WALES;
    }
}
