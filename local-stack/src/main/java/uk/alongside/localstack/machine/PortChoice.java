package uk.alongside.localstack.machine;

/** Chooses the port of a server that is about to start. */
public interface PortChoice {

    int choose(StateFolder state, String part);

    /** The choice for tests: any free port, and the same port again as long as it is free. */
    PortChoice ANY = (state, part) -> {
        int port = state.remembered(part + ".port")
                .map(Integer::valueOf)
                .filter(Ports::isFree)
                .orElseGet(Ports::anyFree);
        state.remember(part + ".port", String.valueOf(port));
        return port;
    };
}
