package io.tallystick.effects.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that treats its clients as real ones do on a bad day.
final class RoughMailServer implements AutoCloseable {

    /// What it does.
    enum Manner {
        TAKES,
        REFUSES_THE_SENDER,
        REFUSES_THE_RECIPIENT,
        REFUSES_THE_TEXT,
        IS_BUSY,
        ASKS_WHO_WE_ARE,
        DROPS_AFTER_THE_TEXT,
        HANGS
    }

    private static final int WAITING_MAX = 50;

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile Manner manner = Manner.TAKES;

    RoughMailServer() {
        this(0);
    }

    RoughMailServer(int port) {
        try {
            socket = new ServerSocket(port, WAITING_MAX, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    void be(Manner next) {
        manner = next;
    }

    /// Everything that it ever read to the end, also what it then dropped.
    List<String> taken() {
        return taken;
    }

    List<String> commands() {
        return commands;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var lines =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            if (manner == Manner.HANGS) {
                lines.readLine();
                return;
            }
            say(client, "220 rough.example ESMTP");
            String line;
            while ((line = lines.readLine()) != null && answer(client, line, lines)) {
                commands.add(line);
            }
        } catch (IOException gone) {
            // The client has had enough.
        } finally {
            open.remove(client);
        }
    }

    /// @return false when the connection is over
    private boolean answer(Socket client, String line, BufferedReader lines) throws IOException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO", "HELO" -> say(client, "250 rough.example");
            case "MAIL" -> say(client, mail());
            case "RCPT" -> say(client, recipient());
            case "DATA" -> say(client, "354 go on") && text(client, lines);
            case "QUIT" -> say(client, "221 bye") && false;
            default -> say(client, "250 ok");
        };
    }

    private String mail() {
        return switch (manner) {
            case REFUSES_THE_SENDER -> "550 5.7.1 not from you";
            case ASKS_WHO_WE_ARE -> "530 5.7.0 authentication required";
            default -> "250 ok";
        };
    }

    private String recipient() {
        return switch (manner) {
            case REFUSES_THE_RECIPIENT -> "550 5.1.1 no such person";
            case IS_BUSY -> "451 4.7.1 come again";
            default -> "250 ok";
        };
    }

    private boolean text(Socket client, BufferedReader lines) throws IOException {
        var text = new StringBuilder();
        String line;
        while (!".".equals(line = lines.readLine())) {
            if (line == null) {
                return false;
            }
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        taken.add(text.toString());
        return switch (manner) {
            case DROPS_AFTER_THE_TEXT -> false;
            case REFUSES_THE_TEXT ->
                    say(
                            client,
                            "554 5.7.1 spam: https://usage.example.com/invitations/"
                                    + "s".repeat(43));
            default -> say(client, "250 2.0.0 taken");
        };
    }

    private static boolean say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
