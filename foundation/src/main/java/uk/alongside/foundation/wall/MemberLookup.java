package uk.alongside.foundation.wall;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/** Finds members of the bound council in one statement, outside any transaction. */
public final class MemberLookup {

    private final GuardedDataSource dataSource;

    MemberLookup(GuardedDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns whether the council is suspended, so that none of its members is found. */
    public boolean isCouncilSuspended() {
        return dataSource.isCouncilSuspended();
    }

    /** Finds the active member with this sign-in, unless their time is over by now. The row has the columns {@code id}, {@code name} and {@code roles}. */
    public <T> Optional<T> findActive(String issuer, String subject, Instant now, RowMapper<T> mapper) {
        return dataSource.findMember(issuer, subject, now, mapper);
    }
}
