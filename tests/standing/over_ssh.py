"""An ssh to this computer for one test: an sshd of our own with keys of its own, which lives as long as one connection.

It opens no port: ssh starts it, and talks to it through its standard input and output.
"""

import getpass
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HOST = "circle-base.test"


def reached_by_ssh(folder: Path, gitconfig: Path) -> str:
    """Have git reach this computer as HOST, or skip; gives what stands before a path in an address."""
    server = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/sbin")
    if not server or not shutil.which("ssh"):
        pytest.skip("there is no sshd here")
    if os.geteuid() == 0 and not (_is_known("sshd") and Path("/run/sshd").is_dir()):
        pytest.skip("an sshd of root's needs a user of its own, and there is none")
    folder.mkdir(mode=0o700)
    for name in ("host", "person"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    shutil.copy(folder / "person.pub", folder / "authorized")
    host = (folder / "host.pub").read_text().split()
    (folder / "known").write_text(f"{HOST} {host[0]} {host[1]}\n")
    (folder / "sshd_config").write_text(
        f"HostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized\nStrictModes no\nUsePAM no\nPidFile none\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n"
    )
    (folder / "ssh_config").write_text(
        f"Host {HOST}\n  User {getpass.getuser()}\n  BatchMode yes\n  IdentitiesOnly yes\n"
        f"  IdentityFile {folder}/person\n  UserKnownHostsFile {folder}/known\n  StrictHostKeyChecking yes\n"
        f"  ProxyCommand {server} -i -f {folder}/sshd_config -E {folder}/said\n"
    )
    with gitconfig.open("a", encoding="utf-8") as file:
        file.write(f"[core]\n\tsshCommand = ssh -F {folder}/ssh_config\n")
    return f"ssh://{HOST}"


def _is_known(user: str) -> bool:
    import pwd  # which Windows has not got

    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True
