package uk.alongside.conversations.drill;

import static java.util.stream.Collectors.toMap;
import static uk.alongside.foundation.wall.SqlTimes.at;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.conversations.insight.FigureUnits.AtHub;
import uk.alongside.foundation.encryption.CiphertextInvalid;
import uk.alongside.foundation.encryption.EncryptedColumn;
import uk.alongside.foundation.encryption.TextEncryption;
import uk.alongside.foundation.id.MemberId;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilSql;

/** Stores who looked at the people behind a figure, and the reason, which is encrypted for the council. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
class FigureLooks {

    private static final Logger LOG = LoggerFactory.getLogger(FigureLooks.class);

    /** The name of a look in the audit. */
    static final String KIND = "figure-look";

    private static final EncryptedColumn REASON = new EncryptedColumn("app.figure_look", "reason");

    private final CouncilSql sql;
    private final TextEncryption encryption;

    FigureLooks(CouncilSql sql, TextEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** Declares the encrypted column, so that a new key reaches its texts. */
    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        EncryptedColumn figureLookReason() {
            return REASON;
        }
    }

    /**
     * A look of a member at the people behind a figure.
     *
     * @param day the day of the session; null for those who have had none yet
     */
    record Look(UUID id, AtHub part, @Nullable LocalDate day, String reason, Instant at, MemberId by) {

        /** Leaves the reason out, because records are written to logs. */
        @Override
        public String toString() {
            return "Look[id=" + id + "]";
        }
    }

    void add(Look look) {
        var part = look.part();
        sql.sql("""
                        insert into app.figure_look
                            (tenant_id, id, figure, grain, starts, hub_id, kind, day, reason, looked_at, looked_by_id)
                        values (:council, :id, :figure, :grain, :from, :hub, :kind, :day, :reason, :at, :by)""")
                .param("id", look.id())
                .param("figure", part.figure().name())
                .param("grain", part.grain().name())
                .param("from", part.from())
                .param("hub", part.hub().value())
                .param("kind", part.kind(), Types.VARCHAR)
                .param("day", look.day(), Types.DATE)
                .param("reason", encryption.encrypt(REASON, look.id(), look.reason()))
                .param("at", at(look.at()))
                .param("by", look.by().value())
                .update();
    }

    /** Returns the reason of each of these looks; nothing for one whose reason cannot be read. */
    Map<UUID, Optional<String>> reasons(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select l.id, l.reason from app.figure_look l where l.tenant_id = :council and l.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("reason")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, row -> reason(row.getKey(), row.getValue())));
    }

    /** One damaged reason must not hide the other entries of the audit. */
    private Optional<String> reason(UUID look, byte[] encrypted) {
        try {
            return Optional.of(encryption.decrypt(REASON, look, encrypted));
        } catch (Refused | CiphertextInvalid e) {
            LOG.warn("The reason of look {} cannot be read: {}", look, e.toString());
            return Optional.empty();
        }
    }
}
