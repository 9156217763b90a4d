package uk.alongside.foundation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Describes the records that events name. An event holds ids only, so a name is read each time the audit is shown. A
 * feature describes the kinds of records that it knows.
 */
public interface AuditSubjects {

    /** The kind of the residents. */
    String PERSON = "person";

    /**
     * Returns a description of each of these records that still exists and is of a known kind, as far as the caller may
     * see it. The implementation records a read of the residents whose names it returns.
     */
    Map<UUID, Subject> describe(Map<String, Set<UUID>> idsByKind);

    /** Returns one that asks all of these. */
    static AuditSubjects of(List<AuditSubjects> all) {
        return idsByKind -> {
            var described = new HashMap<UUID, Subject>();
            all.forEach(one -> described.putAll(one.describe(idsByKind)));
            return described;
        };
    }

    /**
     * A description of a record, for people to read. A component that does not apply is null.
     *
     * @param reference the code by which staff find a resident
     * @param hubId the hub at which it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(
            @Nullable String name,
            @Nullable String reference,
            @Nullable UUID hubId,
            @Nullable LocalDate date,
            @Nullable LocalTime starts) {

        /** Describes a record that has only a name. */
        public static Subject named(String name) {
            return new Subject(name, null, null, null, null);
        }

        /** Leaves out the name, because this text can end up in logs. */
        @Override
        public String toString() {
            return "Subject[reference=" + reference + "]";
        }
    }
}
