package uk.alongside.localstack.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** The ports of 127.0.0.1. */
public final class Ports {

    /**
     * The lowest port. The ports lie below the range of outgoing connections, so a stopped server's port usually stays
     * free.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ports() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static int anyFree() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int port = LOWEST + RANDOM.nextInt(HIGHEST - LOWEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalStackException("No free port between " + LOWEST + " and " + HIGHEST + " on 127.0.0.1.");
    }
}
