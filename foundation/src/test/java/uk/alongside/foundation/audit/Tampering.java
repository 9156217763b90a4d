package uk.alongside.foundation.audit;

/** Changes audit records like an intruder with full control of the server, who can bypass the triggers. */
public final class Tampering {

    private Tampering() {}

    /** Returns this change as a transaction without triggers, also on the nodes of a Citus cluster. */
    public static String withoutTriggers(String change) {
        return """
                begin;
                set local citus.propagate_set_commands = 'local';
                set local session_replication_role = replica;
                %s;
                commit""".formatted(change);
    }
}
