package uk.alongside.foundation.trial;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.alongside.foundation.wall.AcrossCouncils;

/** A use case that works across councils, as tenant-service has them. */
@Component
public class SharedRegister {

    private final JdbcClient database;

    SharedRegister(JdbcClient database) {
        this.database = database;
    }

    @AcrossCouncils
    @Transactional
    public long residents() {
        return database.sql("select count(*) from app.resident")
                .query(Long.class)
                .single();
    }
}
