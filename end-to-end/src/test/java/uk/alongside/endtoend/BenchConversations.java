package uk.alongside.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The records that the measurements write in and open. They are made through the service, so that it can decrypt them. */
final class BenchConversations {

    private static final int RECORDS = 50;

    /** About as much as half a page. */
    private static final String TEXT = "Made-up words about what matters to a made-up person. ".repeat(25);

    private final Client service;
    private final List<UUID> records = new ArrayList<>();
    private final ConcurrentLinkedDeque<Box> boxes = new ConcurrentLinkedDeque<>();
    private final AtomicLong saves = new AtomicLong();

    /** A box of a record, and the version that it has now. */
    record Box(UUID conversation, String prompt, long version) {
        Box saved() {
            return new Box(conversation, prompt, version + 1);
        }
    }

    /** Records a conversation with each of these people in turn, with a text in every box. */
    BenchConversations(Client service, List<UUID> people) {
        this.service = service;
        for (int i = 0; i < RECORDS; i++) {
            var person = people.get(i % people.size());
            var record = service.post("/api/conversations", Map.of("personIds", List.of(person)));
            var id = UUID.fromString(record.json().path("id").asString());
            records.add(id);
            record.json().path("prompts").forEach(prompt -> {
                var box = new Box(id, prompt.path("id").asString(), 0);
                save(service, box);
                boxes.add(box.saved());
            });
        }
    }

    UUID record(int number) {
        return records.get(number % records.size());
    }

    /** Saves another text in a box that no other caller writes in at the same time, as a member does who goes on typing. */
    void save(Client client) {
        var box = boxes.removeFirst();
        save(client, box);
        boxes.addLast(box.saved());
    }

    /** Saves the same by this work, which gets the box and the bytes that stand for its encrypted text. */
    void save(Saving saving) throws Exception {
        var box = boxes.removeFirst();
        saving.save(box, text().getBytes(StandardCharsets.UTF_8));
        boxes.addLast(box.saved());
    }

    interface Saving {
        void save(Box box, byte[] text) throws Exception;
    }

    /** Writes each box once more through the service, so that the bytes of the SQL loop become texts again. */
    void restore() {
        Stream.generate(boxes::removeFirst).limit(boxes.size()).toList().forEach(box -> {
            save(service, box);
            boxes.addLast(box.saved());
        });
    }

    private void save(Client client, Box box) {
        var answer = client.put(
                "/api/conversations/" + box.conversation() + "/boxes/" + box.prompt(),
                Map.of("text", text(), "fromTool", false),
                Map.of("If-Match", "\"" + box.version() + "\""));
        if (!answer.succeeded()) {
            throw new IllegalStateException(answer.toString());
        }
    }

    private String text() {
        return TEXT + saves.incrementAndGet();
    }
}
