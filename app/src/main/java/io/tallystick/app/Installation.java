package io.tallystick.app;

import io.tallystick.command.Commands;
import io.tallystick.command.access.InstallOperator;
import io.tallystick.command.access.InstallOperatorKey;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.Operators;
import io.tallystick.edge.lookup.Partners;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The first start gives the operator a key and a password. What is not set in the environment is
/// made up and printed once; only hashes stay.
@Component
@Order(1)
class Installation implements ApplicationRunner {

    static final String LOGIN = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private static final Caller SYSTEM =
            new Caller(
                    "system",
                    "installation",
                    "Installation",
                    Partners.DEFAULT,
                    null,
                    Set.of(Permission.ADMIN));

    private final Settings settings;
    private final Commands commands;
    private final ApiKeys keys;
    private final Operators operators;
    private final PasswordEncoder passwords;

    Installation(
            Settings settings,
            Commands commands,
            ApiKeys keys,
            Operators operators,
            PasswordEncoder passwords) {
        this.settings = settings;
        this.commands = commands;
        this.keys = keys;
        this.operators = operators;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.adminKey().ifPresentOrElse(this::installKey, this::generateKey);
        if (operators.find(LOGIN).isEmpty()) {
            settings.adminPassword().ifPresentOrElse(this::installOperator, this::generatePassword);
        }
    }

    private void installKey(String secret) {
        byte[] hash = ApiKeySecret.hash(secret);
        if (keys.findActive(hash).isEmpty()) {
            install(new InstallOperatorKey(Ids.next(), "Operator key", secret));
            if (keys.findActive(hash).isEmpty()) {
                LOG.warn("The key in {} was revoked, and stays so.", Settings.ADMIN_KEY);
            }
        }
    }

    private void generateKey() {
        if (!keys.existsWithScope("operator")) {
            String secret = ApiKeySecret.generate();
            if (install(new InstallOperatorKey(Ids.next(), "Operator key", secret))) {
                print("Operator API key (shown only now): " + secret);
            }
        }
    }

    private void installOperator(String password) {
        install(new InstallOperator(Ids.next(), LOGIN, passwords.encode(password)));
    }

    /// Another node may have been faster; its password is the one that counts.
    private void generatePassword() {
        String password = ApiKeySecret.generate().substring("tsk_live_".length()).substring(0, 20);
        if (install(new InstallOperator(Ids.next(), LOGIN, passwords.encode(password)))) {
            print("Page login (shown only now): " + LOGIN + " / " + password);
        }
    }

    private boolean install(Object command) {
        Commands.Done<Boolean> done = commands.send(command, SYSTEM, Ids.next().toString());
        return done.result();
    }

    /// To the terminal and not to the log, which is kept and collected.
    private static void print(String line) {
        System.out.println(line);
    }
}
