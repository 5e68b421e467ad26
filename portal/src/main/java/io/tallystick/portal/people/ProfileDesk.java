package io.tallystick.portal.people;

import io.tallystick.command.Commands;
import io.tallystick.command.access.ChangeOwnAvatar;
import io.tallystick.command.access.ChangeOwnEmail;
import io.tallystick.command.access.ChangeOwnName;
import io.tallystick.command.access.ChangeOwnPassword;
import io.tallystick.command.access.EndOwnSessions;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.password.LoginSource;
import io.tallystick.edge.password.PasswordCheck;
import io.tallystick.edge.picture.PictureStudio;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.OwnAccount;
import io.tallystick.edge.wall.OwnAccount.Account;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// What a member does to its own account. Whoever sits down at an open session can change neither
/// what it is signed in with nor the password.
@Component
final class ProfileDesk {

    private final OwnAccount accounts;
    private final Members members;
    private final Commands commands;
    private final PasswordCheck passwords;
    private final PasswordEncoder encoder;
    private final PictureStudio studio;
    private final Clock clock;

    ProfileDesk(
            OwnAccount accounts,
            Members members,
            Commands commands,
            PasswordCheck passwords,
            PasswordEncoder encoder,
            PictureStudio studio,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.commands = commands;
        this.passwords = passwords;
        this.encoder = encoder;
        this.studio = studio;
        this.clock = clock;
    }

    /// What the page shows.
    ///
    /// @throws ApiProblem 404 for operators, who have no profile
    Account account(Caller caller) {
        return accounts.of(caller).orElseThrow(() -> ApiProblem.notFound("member"));
    }

    /// With the hash that a password is compared with, which is not for readers.
    ///
    /// @throws ApiProblem 404 for operators, who have no profile
    private Member member(Caller caller) {
        return Optional.of(caller)
                .filter(Caller::isMember)
                .flatMap(it -> members.byId(it.tenantId(), UUID.fromString(it.actorId())))
                .orElseThrow(() -> ApiProblem.notFound("member"));
    }

    void changeName(Caller caller, @Nullable String name, String requestId) {
        commands.send(ChangeOwnName.of(member(caller), name), caller, requestId);
    }

    /// @return whether there is a link to follow, which there is not for the address that is there
    ///   already
    boolean changeEmail(Caller caller, @Nullable String email, Proof proof, String requestId) {
        return !ask(caller, Purpose.SIGN_IN, email, proof, requestId)
                .equals(account(caller).email());
    }

    void changePayout(Caller caller, @Nullable String email, Proof proof, String requestId) {
        ask(caller, Purpose.PAYOUT, email, proof, requestId);
    }

    /// @return the address in the form in which addresses are compared
    private String ask(
            Caller caller, Purpose purpose, @Nullable String email, Proof proof, String requestId) {
        Member member = member(caller);
        var command =
                ChangeOwnEmail.of(member, purpose, email, Ids.next(), Ids.next(), clock.instant());
        require(member, proof);
        commands.send(command, caller, requestId);
        return command.email();
    }

    void changePassword(Caller caller, @Nullable String password, Proof proof, String requestId) {
        Member member = member(caller);
        require(member, proof);
        commands.send(ChangeOwnPassword.of(member, password, encoder::encode), caller, requestId);
    }

    void changeAvatar(Caller caller, byte @Nullable [] upload, String requestId) {
        Member member = member(caller);
        var command = ChangeOwnAvatar.to(member, studio.avatar(upload), clock.instant());
        commands.send(command, caller, requestId);
    }

    void removeAvatar(Caller caller, String requestId) {
        commands.send(ChangeOwnAvatar.toNone(member(caller), clock.instant()), caller, requestId);
    }

    void endSessions(Caller caller, String requestId) {
        Member member = member(caller);
        commands.send(new EndOwnSessions(member.team(), member.memberId()), caller, requestId);
    }

    /// The current password, and where it was typed.
    record Proof(@Nullable String password, @Nullable String address) {

        @Override
        public String toString() {
            return "Proof[" + address + "]";
        }
    }

    private void require(Member member, Proof proof) {
        var answer =
                passwords.check(
                        member.email(),
                        LoginSource.of(proof.address()),
                        Optional.of(member.passwordHash()),
                        proof.password() == null ? "" : proof.password());
        switch (answer) {
            case RIGHT -> {}
            case WRONG ->
                    throw new ApiProblem(
                            HttpStatus.FORBIDDEN,
                            "wrong_password",
                            "The current password is wrong.");
            case WAIT ->
                    throw new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too_many_attempts",
                            "Too many wrong passwords. Wait a little.");
        }
    }
}
