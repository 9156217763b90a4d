package uk.alongside.localstack.cli;

import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import uk.alongside.localstack.LocalStack;
import uk.alongside.localstack.Part;
import uk.alongside.localstack.Product;
import uk.alongside.localstack.demonstration.Demonstration;
import uk.alongside.localstack.machine.LocalStackException;

/**
 * The command {@code ./alongside up}, which starts the parts that do not run, keeps the others and prints the sign-ins.
 */
final class Up {

    private final LocalStack stack;
    private final Progress progress;
    private final Set<Part> without;

    Up(LocalStack stack, Progress progress, Set<Part> without) {
        this.stack = stack;
        this.progress = progress;
        this.without = without;
    }

    void run() {
        stack.fixedPorts().requireFree(part -> stack.isOutside(part) || leftOut(part) || runs(part));
        stack.fixedPorts().remember(stack.state());
        var postgres = start(Part.POSTGRES, "Starting PostgreSQL", stack::postgres);
        var redis = start(Part.REDIS, "Starting Redis", stack::redis);
        progress.say("PostgreSQL answers on port " + postgres.port() + ", Redis on port " + redis.port());
        var product = stack.productOfUp(stack.embeddedKeycloak().handle());
        Demonstration.writePeers(product);
        var tasks = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var ends = new ExecutorCompletionService<Object>(tasks);
            ends.submit(() -> start(Part.KEYCLOAK, startingKeycloak(), stack::keycloak));
            for (var part : Product.services()) {
                ends.submit(() -> startService(product, part));
            }
            await(1 + Product.services().size(), ends);
        } finally {
            tasks.shutdownNow();
        }
        if (without.isEmpty()) {
            demonstrate(product);
            progress.print(Welcome.words(product, progress.elapsed()));
        } else {
            progress.print(Welcome.wordsWithout(product, without));
        }
    }

    /** Returns whether {@code up} leaves out this part. The gateway's health page belongs to the gateway. */
    private boolean leftOut(Part part) {
        return without.contains(part) || (part == Part.GATEWAY_MANAGEMENT && without.contains(Part.GATEWAY));
    }

    private boolean runs(Part part) {
        return stack.running(part).isPresent();
    }

    private void demonstrate(Product product) {
        var demonstration = new Demonstration(product, stack.state());
        if (!demonstration.isUpToDate()) {
            progress.step("Creating the demonstration councils", () -> {
                demonstration.load();
                return demonstration;
            });
        }
    }

    private <T> T start(Part part, String words, Supplier<T> start) {
        if (stack.isOutside(part)) {
            progress.say(part.words() + " runs outside of this stack");
            return start.get();
        }
        var before = stack.running(part);
        if (before.isEmpty()) {
            return progress.step(words, start);
        }
        var adopted = start.get();
        progress.say(part.words() + " runs already (process " + before.get().pid() + ")");
        return adopted;
    }

    private String startingKeycloak() {
        return "Starting Keycloak"
                + (stack.state().remembered("keycloak.running").isEmpty()
                        ? "; the first time takes a minute or two, later ones seconds"
                        : "");
    }

    private Part startService(Product product, Part part) {
        if (part != Part.GATEWAY && !product.isMigrated(part)) {
            progress.step("Bringing the database of " + part.words() + " up to date", () -> product.migrate(part));
        }
        if (without.contains(part)) {
            product.stop(part);
            return part;
        }
        var before = product.running(part).map(ProcessHandle::pid);
        product.launch(part);
        if (before.isPresent() && before.equals(product.running(part).map(ProcessHandle::pid))) {
            product.await(part);
            progress.say(part.words() + " runs already (process " + before.get() + ")");
        } else {
            progress.step("Starting " + part.words(), () -> {
                product.await(part);
                return part;
            });
        }
        return part;
    }

    /** Waits for all tasks, but reports the first failure at once. */
    private static void await(int tasks, CompletionService<?> ends) {
        try {
            for (int i = 0; i < tasks; i++) {
                ends.take().get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
