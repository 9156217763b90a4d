package uk.alongside.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP connection to a server that a test can cut and restore. */
final class Wire {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private final AtomicInteger held = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch toRelease = gate;

    private Wire(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static Wire to(int port) {
        try {
            var wire = new Wire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Wire::close);
    }

    void mend() {
        cut = false;
        letPass();
        release();
    }

    /** Holds everything that arrives from now on. */
    void hold() {
        gate = new CountDownLatch(1);
        toRelease = gate;
    }

    /** Returns whether anything is held. */
    boolean holds() {
        return held.get() > 0;
    }

    /** Lets everything pass that arrives from now on on another connection. What is held stays held. */
    void letPass() {
        gate = new CountDownLatch(0);
    }

    /** Sends on what is held. */
    void release() {
        toRelease.countDown();
    }

    private void accept() {
        while (true) {
            try {
                var near = door.accept();
                if (cut) {
                    // Resets the connection, like a machine on which no process listens.
                    near.setSoLinger(true, 0);
                    near.close();
                } else {
                    open.add(near);
                    var far = connect(near);
                    open.add(far);
                    if (cut) {
                        close(near);
                        close(far);
                    }
                    Thread.ofVirtual().start(() -> pump(near, far));
                    Thread.ofVirtual().start(() -> pump(far, near));
                }
            } catch (SocketException refused) {
                // The next caller may succeed.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Connects to the server. The caller must learn at once that no server is there. */
    private Socket connect(Socket near) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            open.remove(near);
            close(near);
            throw e;
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            var buffer = new byte[16_384];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                waitAt(gate);
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // Either side may end at any time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void waitAt(CountDownLatch closed) throws InterruptedException {
        if (closed.getCount() > 0) {
            held.incrementAndGet();
            closed.await();
            held.decrementAndGet();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
