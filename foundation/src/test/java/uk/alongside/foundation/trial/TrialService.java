package uk.alongside.foundation.trial;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.alongside.foundation.wall.Wall;

/** The trial service, running over one wall. Tests inherit from it to share one application context. */
@Tag("slow")
@SpringBootTest(classes = TrialApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class TrialService {

    protected static final Wall WALL = Wall.build();
    protected static final Issuer ISSUER = new Issuer();

    protected static final UUID ADA = UUID.fromString("a2000000-0000-4000-8000-000000000001");
    protected static final UUID BOB = UUID.fromString("b2000000-0000-4000-8000-000000000001");

    protected final JdbcClient superuser = JdbcClient.create(WALL.superuser());

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry settings) {
        TrialApplication.configure(settings, WALL, ISSUER);
    }

    /** Inserts Ada in Larkshire and Bob in Meadowshire as the only residents. */
    protected void fillBothCouncils() {
        superuser.sql("""
                        with bookings as (delete from app.booking)
                        delete from app.resident""").update();
        superuser
                .sql("insert into app.resident values (?, ?, 'R1', 'Ada Example'), (?, ?, 'R1', 'Bob Example')")
                .params(Wall.LARKSHIRE, ADA, Wall.MEADOWSHIRE, BOB)
                .update();
    }
}
