package uk.alongside.conversations.series;

public final class SeriesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SeriesRefusal reason;

    public SeriesRefused(SeriesRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public SeriesRefusal reason() {
        return reason;
    }
}
