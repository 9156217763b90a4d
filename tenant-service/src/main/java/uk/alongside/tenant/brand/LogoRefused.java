package uk.alongside.tenant.brand;

/** A file was not accepted as a logo. */
public final class LogoRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LogoRefusal reason;

    LogoRefused(LogoRefusal reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public LogoRefusal reason() {
        return reason;
    }
}
