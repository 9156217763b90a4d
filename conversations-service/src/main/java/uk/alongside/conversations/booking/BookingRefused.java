package uk.alongside.conversations.booking;

final class BookingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BookingRefusal reason;

    BookingRefused(BookingRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    BookingRefusal reason() {
        return reason;
    }
}
