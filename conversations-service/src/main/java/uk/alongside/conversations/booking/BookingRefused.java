package uk.alongside.conversations.booking;

public final class BookingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BookingRefusal reason;

    public BookingRefused(BookingRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    BookingRefusal reason() {
        return reason;
    }
}
