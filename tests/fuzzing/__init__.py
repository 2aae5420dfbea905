"""What is fed to the readers: by pytest with what was found once, by ``make fuzz`` with what nobody has thought of."""
