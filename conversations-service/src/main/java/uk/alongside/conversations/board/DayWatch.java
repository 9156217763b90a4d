package uk.alongside.conversations.board;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.alongside.conversations.council.Team;
import uk.alongside.conversations.day.DayChanges;
import uk.alongside.conversations.day.DayChanges.HubDay;
import uk.alongside.conversations.hub.HubDirectory;
import uk.alongside.conversations.hub.HubId;
import uk.alongside.foundation.caller.Caller;
import uk.alongside.foundation.problem.Refused;
import uk.alongside.foundation.wall.CouncilContext;
import uk.alongside.foundation.wall.CouncilSuspension;

/**
 * Notifies open boards when their day has changed. Each second, this class checks once for each council with an open
 * board, under that council's fence, the counters of the watched days and whether the members may still read them. A
 * message says only that the day has changed: the board then reads the day again, like any other client.
 */
@Component
public class DayWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DayWatch.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final String AUTHORITY = "booking:read";

    private final DayChanges changes;
    private final HubDirectory hubs;
    private final Team team;
    private final CouncilSuspension suspension;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService timer;

    DayWatch(
            DayChanges changes,
            HubDirectory hubs,
            Team team,
            CouncilSuspension suspension,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.changes = changes;
        this.hubs = hubs;
        this.team = team;
        this.suspension = suspension;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** An open board, with the messages that it has yet to receive. */
    private static final class Viewer {

        private final UUID council;
        private final UUID member;
        private final HubDay day;
        private final Instant until;
        private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
        private long sent;

        private Viewer(Caller caller, HubDay day, long number, Instant until) {
            this.council = caller.council();
            this.member = caller.member().value();
            this.day = day;
            this.sent = number;
            this.until = until;
        }
    }

    /** A message with the number of changes of the day, or the last message of a board. */
    private record Word(boolean last, long number) {}

    /** Checks that the hub exists, and begins to watch the day. */
    Runnable open(HubId hub, LocalDate date, Duration lasts, OutputStream board) {
        var day = new HubDay(hub.value(), date);
        var number = requireNonNull(reading.execute(_ -> {
            if (hubs.find(hub).isEmpty()) {
                throw Refused.notFound();
            }
            return changes.numbers(List.of(day)).getOrDefault(day, 0L);
        }));
        var viewer = new Viewer(Caller.current(), day, number, clock.instant().plus(lasts));
        viewer.words.add(new Word(false, number));
        return () -> speak(viewer, board);
    }

    /** Sends messages until the last one, or until the client has gone. A waiting thread costs next to nothing. */
    private void speak(Viewer viewer, OutputStream board) {
        viewers.add(viewer);
        try {
            for (var word = viewer.words.poll(); word == null || !word.last(); word = next(viewer)) {
                var text = word == null ? ":\n\n" : "event:changed\ndata:" + word.number() + "\n\n";
                board.write(text.getBytes(StandardCharsets.UTF_8));
                board.flush();
            }
        } catch (IOException _) {
            // The client has gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            viewers.remove(viewer);
        }
    }

    /** Returns the next message, or null when a heartbeat is due. */
    private static @Nullable Word next(Viewer viewer) throws InterruptedException {
        return viewer.words.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the number of open boards on this replica. */
    int open() {
        return viewers.size();
    }

    private void check() {
        try {
            viewers.stream().collect(groupingBy(viewer -> viewer.council)).forEach(this::check);
        } catch (RuntimeException e) {
            LOG.error("Open boards could not be notified", e);
        }
    }

    private void check(UUID council, List<Viewer> open) {
        try {
            CouncilContext.run(council, () -> {
                if (suspension.isOn()) {
                    open.forEach(viewer -> viewer.words.add(new Word(true, viewer.sent)));
                } else {
                    reading.executeWithoutResult(_ -> notifyChanged(open));
                }
            });
        } catch (DataAccessException | TransactionException e) {
            // Open boards are notified when the database is back; until then they stay as they are.
            LOG.warn(
                    "The days of open boards could not be read: {}",
                    e.getClass().getName());
        }
    }

    private void notifyChanged(Collection<Viewer> open) {
        var numbers = changes.numbers(open.stream().map(viewer -> viewer.day).collect(toSet()));
        var may = team.whoMay(
                AUTHORITY, open.stream().map(viewer -> viewer.member).collect(toSet()));
        var now = clock.instant();
        for (var viewer : open) {
            long number = numbers.getOrDefault(viewer.day, 0L);
            if (!may.contains(viewer.member) || now.isAfter(viewer.until)) {
                viewer.words.add(new Word(true, number));
            } else if (number != viewer.sent) {
                viewer.sent = number;
                viewer.words.add(new Word(false, number));
            }
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("day-watch").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
        timer = started;
    }

    /** Closes the open boards before the web server stops, because the web server waits for every open request. */
    @Override
    public void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
        viewers.forEach(viewer -> viewer.words.add(new Word(true, viewer.sent)));
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
