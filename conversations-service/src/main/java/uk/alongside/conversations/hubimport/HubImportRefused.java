package uk.alongside.conversations.hubimport;

final class HubImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HubImportRefusal reason;

    HubImportRefused(HubImportRefusal reason) {
        super(reason.getClass().getSimpleName());
        this.reason = reason;
    }

    HubImportRefusal reason() {
        return reason;
    }
}
