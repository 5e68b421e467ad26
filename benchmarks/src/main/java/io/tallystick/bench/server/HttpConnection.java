package io.tallystick.bench.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// HTTP/1.1 over one kept connection, and no more of it than the server speaks. A client of the JDK
/// costs several times as much processor per request, which here would be taken from the server.
public final class HttpConnection implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] line = new byte[8192];

    public HttpConnection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
        out = socket.getOutputStream();
    }

    /// The header lines that every request of the benchmarks has.
    public static String head(String method, String path, String... more) {
        return headWith(Server.KEY, method, path, more);
    }

    /// The same with another key.
    public static String headWith(String key, String method, String path, String... more) {
        return method
                + " "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + key
                + "\r\n"
                + String.join("", more)
                + "\r\n";
    }

    public HttpAnswer get(String path, String... headers) throws IOException {
        return send(head("GET", path, headers).getBytes(StandardCharsets.UTF_8));
    }

    public HttpAnswer post(String path, String json) throws IOException {
        return send("POST", path, json);
    }

    public HttpAnswer delete(String path) throws IOException {
        return send(head("DELETE", path).getBytes(StandardCharsets.UTF_8));
    }

    /// @param headers whole lines
    public HttpAnswer send(String method, String path, String json, String... headers)
            throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                head(
                        method,
                        path,
                        "Content-Type: application/json\r\n",
                        "Content-Length: " + body.length + "\r\n",
                        String.join("", headers));
        return send(head.getBytes(StandardCharsets.UTF_8), body);
    }

    public HttpAnswer send(byte[]... parts) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
        return read();
    }

    private HttpAnswer read() throws IOException {
        String status = line();
        long position = -1;
        long length = 0;
        boolean chunked = false;
        boolean retry = false;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "tallystick-position" -> position = Long.parseLong(value);
                case "retry-after" -> retry = true;
                case "connection" -> closes = value.equals("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(Math.toIntExact(length));
        return new HttpAnswer(
                Integer.parseInt(status.substring(9, 12)), position, retry, closes, body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
