package uk.alongside.tenant.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Repository;
import uk.alongside.foundation.text.EnumWords;
import uk.alongside.foundation.wall.CouncilSql;
import uk.alongside.statistics.sheet.Rate;

/** Stores the offer of the bound council. */
@Repository
class IntroductionOffers {

    private final CouncilSql sql;

    IntroductionOffers(CouncilSql sql) {
        this.sql = sql;
    }

    IntroductionOffer get() {
        return sql.sql("select o.rates, o.version from app.introduction_offer o where o.tenant_id = :council")
                .query(IntroductionOffers::offer)
                .optional()
                .orElse(new IntroductionOffer(List.of(), 0));
    }

    /**
     * Returns the offer, whose row stays locked until the present transaction ends. Whatever depends on the offer or on
     * the number of questions takes this lock first.
     */
    IntroductionOffer lock() {
        sql.sql("""
                        insert into app.introduction_offer (tenant_id, id, version, rates)
                        values (:council, :council, 0, '{}')
                        on conflict (tenant_id, id) do nothing""").update();
        return sql.sql("""
                        select o.rates, o.version from app.introduction_offer o
                        where o.tenant_id = :council for update""").query(IntroductionOffers::offer).single();
    }

    /** Replaces the offer, after {@link #lock}. */
    void save(IntroductionOffer offer) {
        sql.sql("""
                        update app.introduction_offer o set rates = cast(:rates as text[]), version = :version
                        where o.tenant_id = :council""")
                .param("rates", offer.rates().stream().map(EnumWords::of).toArray(String[]::new))
                .param("version", offer.version())
                .update();
    }

    private static IntroductionOffer offer(ResultSet row, int number) throws SQLException {
        return new IntroductionOffer(
                Arrays.stream((String[]) row.getArray("rates").getArray())
                        .map(word -> EnumWords.find(Rate.class, word))
                        .toList(),
                row.getLong("version"));
    }
}
