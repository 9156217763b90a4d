package uk.alongside.localstack.machine;

/** Which port a server gets that is about to start. */
public interface PortChoice {

    int choose(StateFolder state, String part);

    /** For tests: any free one, and the same again while it stays free. */
    PortChoice ANY = (state, part) -> {
        int port = state.remembered(part + ".port")
                .map(Integer::valueOf)
                .filter(Ports::isFree)
                .orElseGet(Ports::anyFree);
        state.remember(part + ".port", String.valueOf(port));
        return port;
    };
}
