"""The circle as one page for a browser: nothing to install, nothing sent; what it saves is a session's file."""
